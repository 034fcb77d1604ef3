/** Any of these marks PyArmor (rule S-07). */
const PYARMOR = [
  "__pyarmor__(__name__, __file__,",
  "__pyarmor_enter__",
  "__pyarmor_exit__",
  "__pyarmor_assert__",
  "__pyarmor_bcc__",
];

/** Both together mark SourceDefender (rule S-07). */
const SOURCE_DEFENDER = ["---BEGIN PYE FILE---", "---END PYE FILE---"];

/** The tool a module was encrypted with, if it was. */
export function findEncryptedCode(module: Buffer): "PyArmor" | "SourceDefender" | undefined {
  if (PYARMOR.some((mark) => module.includes(mark))) {
    return "PyArmor";
  }
  return SOURCE_DEFENDER.every((mark) => module.includes(mark)) ? "SourceDefender" : undefined;
}
