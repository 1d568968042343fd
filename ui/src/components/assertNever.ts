/** Makes a switch over a closed union complete at compile time. */
export function assertNever(value: never): never {
  throw new Error(`not in the closed list: ${JSON.stringify(value)}`);
}
