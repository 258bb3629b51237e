/** From files `words/<language>/<name>.json`: the words of one stand under its name, as in `issue.required`. */
export function gatherWords(files: Readonly<Record<string, object>>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.json$/g, ''), words]),
  );
}
