/**
 * What generated tests draw. Elsewhere each run draws something else; under CI=true all draw the same, so that its verdict depends on
 * nothing but the tree. TOCSIN_TEST_SEED, a whole number, says what to draw in either.
 */
import fc from "fast-check";

const drawnInCi = "20231101";
const given = process.env["TOCSIN_TEST_SEED"] ?? (process.env["CI"] === "true" ? drawnInCi : undefined);

if (given !== undefined) {
  if (!/^-?\d{1,10}$/.test(given)) throw new Error(`TOCSIN_TEST_SEED: ${given} is not a whole number.`);
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(given) });
}
