/** Builds a part when it is wanted for the first time. A failure is told to whoever wanted it, and tried again. */
export function onFirstUse<Part extends object>(build: () => Part): () => Part {
  let built: Part | null = null;
  return () => {
    built ??= build();
    return built;
  };
}
