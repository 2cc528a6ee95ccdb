const fence = /^(`{3,}|~{3,})([a-z]*)$/;
const maxPrompts = 50;

/** The prompts that a text quotes: its fenced blocks whose language is `prompt`. Read line by line, in time that grows with the length alone. */
export function promptsIn(text: string | null): string[] {
  const found: string[] = [];
  let open: { readonly mark: string; readonly isPrompt: boolean; readonly lines: string[] } | null = null;
  for (const line of (text ?? "").split(/\r?\n/)) {
    const [, mark, language] = fence.exec(line.trimEnd()) ?? [];
    if (open === null) {
      if (mark !== undefined) open = { mark, isPrompt: language === "prompt", lines: [] };
    } else if (mark?.startsWith(open.mark) && language === "") {
      const prompt = open.lines.join("\n");
      if (open.isPrompt && prompt.trim() !== "") found.push(prompt);
      open = null;
    } else {
      open.lines.push(line);
    }
  }
  return found.slice(0, maxPrompts);
}
