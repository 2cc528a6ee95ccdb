/** `npm run example:federation`: three forums on this machine follow each other; what each one's people see is printed. */
import { federate } from "./run.ts";

await using _federated = await federate((text) => console.log(text));
