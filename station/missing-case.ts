/** Ends a `switch` over a closed union: a new member makes this call a type error. */
export function missingCase(value: never): never {
  throw new TypeError(`Unhandled case ${JSON.stringify(value)}`);
}
