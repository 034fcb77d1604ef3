interface MediaRange {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
}

/**
 * The offers an `Accept` header admits, best first (RFC 9110, section 12.5.1).
 * Among equals the order of the offers decides; an absent or empty header
 * admits none.
 */
export function acceptableOffers(accept: string | undefined, offers: readonly string[]): string[] {
  const ranges = (accept ?? "")
    .split(",")
    .map(parseRange)
    .filter((range) => range !== undefined);
  return offers
    .map((offer, order) => ({ offer, order, quality: qualityOf(offer, ranges) }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.order - b.order)
    .map(({ offer }) => offer);
}

function parseRange(text: string): MediaRange | undefined {
  const [media = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const [type = "", subtype = ""] = media.split("/");
  if (type === "" || subtype === "") {
    return undefined;
  }
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return { type, subtype, quality: Number.isFinite(quality) ? quality : 0 };
}

function qualityOf(offer: string, ranges: readonly MediaRange[]): number {
  const [type = "", subtype = ""] = offer.toLowerCase().split("/");
  let best = { precision: -1, quality: 0 };
  for (const range of ranges) {
    const precision = precisionOf(range, type, subtype);
    if (precision > best.precision) {
      best = { precision, quality: range.quality };
    }
  }
  return best.quality;
}

function precisionOf(range: MediaRange, type: string, subtype: string): number {
  if (range.type === type && range.subtype === subtype) {
    return 2;
  }
  if (range.type === type && range.subtype === "*") {
    return 1;
  }
  return range.type === "*" && range.subtype === "*" ? 0 : -1;
}
