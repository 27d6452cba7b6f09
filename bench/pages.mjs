// What each page costs: the same requests to a server on SQLite and to one on PostgreSQL, in turns, so that both meet
// the same machine. Started by scripts/bench.sh, which starts both servers with the same demo.
import { brotliDecompressSync } from "node:zlib";
import { get } from "node:http";

const servers = { SQLite: process.env.BENCH_SQLITE, PostgreSQL: process.env.LEDIG_BASE_URL };
const PASSWORD = "Ledig-demo-2026";
const ROUNDS = 60;
const [AT_ONCE, SECONDS] = [16, 5];

const SERIES =
  "vist=1&type=fast&rytme=uke&hver=1&ukedag=4&slutt=antall&antall_datoer=40&fra_dato=2026-08-20&fra=17:00&til=18:30";
const pages = [
  ["start", "/"],
  ["search: gym near Bekkestua", "/sok?hva=gym&hvor=Bekkestua&dato=2026-09-17&fra=18:00&til=20:00&antall=25"],
  ["search: anywhere", "/sok?dato=2026-09-17&fra=18:00&til=20:00"],
  ["facilities", "/anlegg"],
  ["facility", "/anlegg/haslumhallen?uke=2026-W38"],
  ["week as a calendar", "/anlegg/haslumhallen/idrettshall?uke=2026-W38&visning=kalender"],
  ["booking: 40 dates, three-part hall", ["/anlegg/haslumhallen/idrettshall", /\/bestill\/[0-9a-f-]{36}/, `?${SERIES}`], "kari"],
  ["my page", "/min-side", "kari"],
  ["a club's case", ["/min-side", /\/saker\/[0-9a-f-]{36}/], "kari"],
  ["inbox", "/forvaltning", "marit"],
  ["a manager's case", ["/forvaltning", /\/forvaltning\/saker\/[0-9a-f-]{36}/], "marit"],
  ["day, every space", "/forvaltning/dag?dato=2026-09-17", "marit"],
  ["week, every space", "/forvaltning/uke?dato=2026-09-17", "marit"],
];

/** Asks once, as a browser does; gives milliseconds, bytes on the wire, status and text. */
function ask(base, path, cookie = "") {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const headers = { accept: "text/html", "accept-encoding": "br", cookie };
    get(base + path, { headers }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const body = Buffer.concat(parts);
        const ms = performance.now() - started;
        const text = () => (answer.headers["content-encoding"] === "br" ? brotliDecompressSync(body) : body).toString();
        resolve({ ms, bytes: body.length, status: answer.statusCode, text });
      });
    }).on("error", reject);
  });
}

async function signIn(base, who) {
  const body = new URLSearchParams({ email: `${who}@demo.ledig.no`, password: PASSWORD });
  const answer = await fetch(`${base}/logg-inn`, { method: "POST", body, redirect: "manual", headers: { origin: base } });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (cookies.length === 0) throw new Error(`${who} cannot sign in: ${answer.status}`);
  return cookies.join("; ");
}

/** The address of a page on a server: ids differ from one to the other, so it may be found by a link. */
async function find(base, path, cookie) {
  const [first, link, query = ""] = [path].flat();
  if (!link) return first;
  const found = link.exec((await ask(base, first, cookie)).text());
  if (!found) throw new Error(`${first} leads to no ${link}`);
  return found[0] + query;
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const figures = (times) => {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95) };
};
const n = (value, digits = 1) => value.toFixed(digits);

const cookies = {};
for (const [name, base] of Object.entries(servers)) {
  cookies[name] = { kari: await signIn(base, "kari"), marit: await signIn(base, "marit") };
}

console.log(`\n| page | kB (br) | SQLite p50 ms | p95 | PostgreSQL p50 ms | p95 | PostgreSQL / SQLite |`);
console.log(`|---|---:|---:|---:|---:|---:|---:|`);
for (const [title, path, who] of pages) {
  const sides = [];
  for (const [name, base] of Object.entries(servers)) {
    const cookie = who ? cookies[name][who] : "";
    sides.push({ base, cookie, path: await find(base, path, cookie), times: [], bytes: 0 });
  }
  for (let round = -5; round < ROUNDS; round++) {
    for (const side of sides) {
      const { ms, bytes, status } = await ask(side.base, side.path, side.cookie);
      if (status !== 200) throw new Error(`${title}: ${status}`);
      if (round >= 0) side.times.push(ms);
      side.bytes = bytes;
    }
  }
  const [sqlite, postgres] = sides.map((side) => figures(side.times));
  const row = [n(sides[0].bytes / 1024), n(sqlite.p50), n(sqlite.p95), n(postgres.p50), n(postgres.p95), n(postgres.p50 / sqlite.p50, 2)];
  console.log(`| ${title} | ${row.join(" | ")} |`);
}

console.log(`\n| ${AT_ONCE} at once for ${SECONDS} s | SQLite, pages a second | PostgreSQL | PostgreSQL / SQLite |`);
console.log(`|---|---:|---:|---:|`);
for (const [title, path] of pages.filter(([, path, who]) => !who && typeof path === "string")) {
  const rates = [];
  for (const base of Object.values(servers)) {
    const end = performance.now() + SECONDS * 1000;
    let answered = 0;
    const visitor = async () => {
      while (performance.now() < end) {
        const { status } = await ask(base, path);
        if (status !== 200) throw new Error(`${title}: ${status}`);
        answered += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, visitor));
    rates.push(answered / SECONDS);
  }
  console.log(`| ${title} | ${n(rates[0], 0)} | ${n(rates[1], 0)} | ${n(rates[1] / rates[0], 2)} |`);
}
