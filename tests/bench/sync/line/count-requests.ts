/** First line of an HTTP/1.1 request (RFC 9112 section 3). Sealed and random bytes hold none by chance. */
const REQUEST_LINE = /(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \/\S{0,400} HTTP\/1\.1\r\n/g;
const LONGEST_REQUEST_LINE = 430;

export interface RequestCount {
  /** Sees the bytes of one connection towards the server, in order. */
  connection(): (bytes: Buffer) => void;
  total(): number;
}

/** Counts requests in bytes that are cut anywhere. */
export function countRequests(): RequestCount {
  let total = 0;
  return {
    connection() {
      let kept = '';
      return (bytes) => {
        const text = kept + bytes.toString('latin1');
        let end = 0;
        for (const match of text.matchAll(REQUEST_LINE)) {
          total += 1;
          end = match.index + match[0].length;
        }
        kept = text.slice(Math.max(end, text.length - LONGEST_REQUEST_LINE));
      };
    },
    total: () => total,
  };
}
