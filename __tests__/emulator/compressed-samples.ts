/** A tar archive of two members, compressed in ways Node cannot: bzip2 and xz. */
export const bzip2 = Buffer.from(
  "QlpoOTFBWSZTWajlIOkAAJx/gMuQAEBAA/cSAanQAGKKXmAICCAAkoakAepo0AGgNAyeoJJNTTTU0aGRiaAAaP3DOxOzTYAGikhD6/RaTC3dYSKhCGA7zdYZ4xMqSEjeMOwjAmQBHTq4iJxlkPJYtC4Vh9ZDomMSph8ly8iX4NaA4BympmXEDBgxGSghAfxdyRThQkKjlIOk",
  "base64",
);

export const xz = Buffer.from(
  "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Cf/AIldADgayRV3cRwtFJdSvA48JfSyx1tKRiHfoUR16AhV9bnViwoniwWkNhQbzGjcv6YPa8BaiHXpzlDRzgLp/iovHO0GNlx3DavXU6Vtr2GzAUB32oSP8FOul1fa4um2o3vwwfnsZJO5rk4tWF3J7jw2p76YszKePvds0EE3aeR6qnzNaYBy4fI0oGkAAAAAAIucvEumSGY3AAGlAYBQAAC75QE2scRn+wIAAAAABFla",
  "base64",
);
