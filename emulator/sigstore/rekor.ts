import { type Answer, json } from "../http/answer.ts";
import type { Exchange } from "../http/http-service.ts";
import type { LogKey } from "./log-key.ts";
import { leafHash, MerkleTree } from "./merkle-tree.ts";
import { canonicalBody } from "./rekor-entry.ts";
import { answerOrRefuse, readJsonObject, ServiceRefusal } from "./service-answers.ts";

const ENTRIES = "/api/v1/log/entries";
/** Number of the tree; 16 hexadecimal digits of it begin every identifier. */
const TREE_ID = "1193050959916656506";
const TREE_ID_HEX = BigInt(TREE_ID).toString(16).padStart(16, "0");

/** One logged entry. */
export interface LoggedEntry {
  readonly uuid: string;
  readonly body: Buffer;
  /** Position in the tree. */
  readonly index: number;
  /** Seconds since the epoch. */
  readonly integratedTime: number;
}

export interface RekorOptions {
  readonly key: LogKey;
  /** Name by which the log signs its checkpoints. */
  readonly name: () => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Entries in shards that are closed: added to positions in the tree to give the index in the whole log. */
  readonly earlierEntries: number;
}

/**
 * Rekor v1, as far as entries of kind `dsse` go: `POST /api/v1/log/entries` and `GET /api/v1/log/entries/{uuid}`
 * (https://github.com/sigstore/rekor/blob/main/openapi.yaml), over a real Merkle tree.
 */
export class Rekor {
  readonly entries: LoggedEntry[] = [];
  readonly #options: RekorOptions;
  readonly #tree = new MerkleTree();

  constructor(options: RekorOptions) {
    this.#options = options;
  }

  answer(exchange: Exchange): Promise<Answer> {
    return answerOrRefuse(async () => {
      if (exchange.path === ENTRIES && exchange.method === "POST") {
        return this.#add(canonicalBody(await readJsonObject(exchange)));
      }
      if (exchange.path.startsWith(`${ENTRIES}/`) && exchange.method === "GET") {
        return this.#get(exchange.path.slice(ENTRIES.length + 1));
      }
      throw new ServiceRefusal(404, 404, `path ${exchange.path} was not found`);
    });
  }

  /** Logs a body as it is. */
  append(body: Buffer): LoggedEntry {
    const uuid = uuidOf(body);
    const integratedTime = Math.floor(this.#options.now() / 1000);
    const entry = { uuid, body, index: this.#tree.append(body), integratedTime };
    this.entries.push(entry);
    return entry;
  }

  #add(body: Buffer): Answer {
    const uuid = uuidOf(body);
    const location = `${ENTRIES}/${uuid}`;
    if (this.entries.some((entry) => entry.uuid === uuid)) {
      const message = `An equivalent entry already exists in the transparency log with UUID ${uuid}`;
      throw new ServiceRefusal(409, 409, message, { location });
    }
    return json(201, this.#describe(this.append(body)), { location, etag: uuid });
  }

  /** The identifier may come without the number of the tree. */
  #get(uuid: string): Answer {
    const entry = this.entries.find((each) => each.uuid === uuid || each.uuid === TREE_ID_HEX + uuid);
    if (entry === undefined) {
      throw new ServiceRefusal(404, 404, "entry not found");
    }
    return json(200, this.#describe(entry));
  }

  #describe({ uuid, body, index, integratedTime }: LoggedEntry): Record<string, unknown> {
    const { key, earlierEntries } = this.#options;
    // The members in the order of canonical JSON: this is what is signed.
    const promised = {
      body: body.toString("base64"),
      integratedTime,
      logID: key.id.toString("hex"),
      logIndex: earlierEntries + index,
    };
    const signedEntryTimestamp = key.sign(JSON.stringify(promised)).toString("base64");
    const inclusionProof = {
      checkpoint: this.#checkpoint(),
      hashes: this.#tree.inclusionProof(index).map((hash) => hash.toString("hex")),
      logIndex: index,
      rootHash: this.#tree.root().toString("hex"),
      treeSize: this.#tree.size,
    };
    return { [uuid]: { ...promised, verification: { inclusionProof, signedEntryTimestamp } } };
  }

  /** Size and root of the tree as a signed note (https://github.com/transparency-dev/formats/blob/main/log/README.md). */
  #checkpoint(): string {
    const { key, name } = this.#options;
    const text = `${name()} - ${TREE_ID}\n${this.#tree.size}\n${this.#tree.root().toString("base64")}\n`;
    const signature = Buffer.concat([key.id.subarray(0, 4), key.sign(text)]).toString("base64");
    return `${text}\n\u2014 ${name()} ${signature}\n`;
  }
}

function uuidOf(body: Buffer): string {
  return TREE_ID_HEX + leafHash(body).toString("hex");
}
