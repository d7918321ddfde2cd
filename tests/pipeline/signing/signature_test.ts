import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { join } from "node:path";
import {
  checkSignature,
  formatPublicKey,
  makeKeyPair,
  parsePublicKey,
  parseSecretKey,
  SigningError,
  signMessage,
} from "../../../pipeline/signing/mod.ts";

/** Made by minisign 0.11: `minisign -G -W`, then `minisign -S -m f -t "trusted words"` over "hello\n". */
const PUBLIC = "RWSsN5H6GUvm3GLvy3ufVe4aDQy35eWO+rBGbd8pLvLoaGI3tmKIcj5c";
const SECRET =
  "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAArDeR+hlL5tyrrUPGOncH1SyDFhMje3M3yGXHUMtppZIJnSoDLd7iFGLvy3ufVe4aDQy35eWO+rBGbd8pLvLoaGI3tmKIcj5cAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
const SIGNATURE = `untrusted comment: signature from minisign secret key
RUSsN5H6GUvm3PS95smZgM9+KBVBdw2EcVtunoFISB3EnpUYLXjPDcFTEU0xV3dbfMW2Wz7t4oLSL0FyCpXsJBteMDZJ877SfQc=
trusted comment: trusted words
gyJAVKCXEwfGmZ0Y4Nyc1b/hrQnI2Cyn5X0DqfRum6laOy68ryRLwwK5Dj6VYi8ULDCohpyx6bzYYVfB0SrcDg==
`;
const HELLO = new TextEncoder().encode("hello\n");
const KEY = parsePublicKey(PUBLIC);

Deno.test("signMessage() with minisign's key gives minisign's signature, and checkSignature() its comment", async () => {
  const secret = await parseSecretKey(SECRET);
  const lines = (text: string) => text.split("\n").slice(1);
  assertEquals(lines(await signMessage(HELLO, secret, "trusted words")), lines(SIGNATURE));
  assertEquals(await checkSignature(HELLO, SIGNATURE, KEY), "trusted words");
  assertEquals(secret.publicKey, KEY);
  assertEquals(formatPublicKey(KEY).split("\n").slice(1), [PUBLIC, ""]);
});

Deno.test("checkSignature() refuses another message, comment, key or kind, and every changed character", async () => {
  const refuse = (message: Uint8Array, text: string, key = KEY) =>
    assertRejects(() => checkSignature(message, text, key), SigningError);
  await refuse(new TextEncoder().encode("hallo\n"), SIGNATURE);
  await refuse(HELLO, SIGNATURE.replace("trusted words", "trusted swords"));
  await refuse(HELLO, SIGNATURE.replace("RUSs", "RWSs"));
  await refuse(HELLO, SIGNATURE, (await makeKeyPair()).publicKey);
  await refuse(HELLO, SIGNATURE, { ...(await makeKeyPair()).publicKey, id: KEY.id });
  const start = SIGNATURE.indexOf("\n") + 1;
  for (let at = start; at < SIGNATURE.length - 1; at++) {
    if (SIGNATURE[at] === "\n") continue;
    const other = SIGNATURE[at] === "A" ? "B" : "A";
    await refuse(HELLO, SIGNATURE.slice(0, at) + other + SIGNATURE.slice(at + 1));
  }
});

Deno.test("makeKeyPair() makes keys that sign and check, other ones each time", async () => {
  const pair = await makeKeyPair();
  const secret = await parseSecretKey(pair.secretText);
  const text = await signMessage(HELLO, secret, "a comment");
  assertEquals(await checkSignature(HELLO, text, pair.publicKey), "a comment");
  assertEquals(parsePublicKey(formatPublicKey(pair.publicKey)), pair.publicKey);
  assertEquals((await makeKeyPair()).secretText === pair.secretText, false);
});

Deno.test("parseSecretKey() and parsePublicKey() refuse what is no key", async () => {
  for (const text of ["", "RW", PUBLIC, SECRET.slice(4), `${SECRET}A`]) {
    await assertRejects(() => parseSecretKey(text), SigningError, "it is no secret key");
  }
  for (const text of ["", SECRET, PUBLIC.slice(1), `${PUBLIC}\nx`]) {
    assertThrows(() => parsePublicKey(text), SigningError, "it is no public key");
  }
  const damaged = SECRET.slice(0, 100) + "x" + SECRET.slice(101);
  await assertRejects(() => parseSecretKey(damaged), SigningError, "it is damaged");
});

Deno.test({
  name: "minisign takes our keys and signatures, and we take its own",
  ignore: !await hasMinisign(),
  async fn() {
    const folder = await Deno.makeTempDir();
    const path = (name: string) => join(folder, name);
    const minisign = async (args: string[], input = "") => {
      const child = new Deno.Command("minisign", {
        args,
        cwd: folder,
        stdin: "piped",
        stdout: "piped",
        stderr: "piped",
      }).spawn();
      const writer = child.stdin.getWriter();
      await writer.write(new TextEncoder().encode(input));
      await writer.close();
      const { success, stderr } = await child.output();
      assertEquals(success, true, new TextDecoder().decode(stderr));
    };
    await Deno.writeFile(path("f"), HELLO);
    const pair = await makeKeyPair();
    const secret = await parseSecretKey(pair.secretText);
    await Deno.writeTextFile(path("ours.pub"), formatPublicKey(pair.publicKey));
    await Deno.writeTextFile(path("ours.key"), pair.secretText);
    await Deno.writeTextFile(path("f.minisig"), await signMessage(HELLO, secret, "ours"));
    await minisign(["-V", "-m", "f", "-p", "ours.pub"]);
    await minisign(["-S", "-m", "f", "-s", "ours.key", "-t", "theirs"]);
    const text = await Deno.readTextFile(path("f.minisig"));
    assertEquals(await checkSignature(HELLO, text, pair.publicKey), "theirs");

    await minisign(["-G", "-f", "-p", "locked.pub", "-s", "locked.key"], "secret\nsecret\n");
    const locked = await Deno.readTextFile(path("locked.key"));
    await assertRejects(() => parseSecretKey(locked), SigningError, "it has a password");
    await assertRejects(() => parseSecretKey(locked, "wrong"), SigningError, "another one");
    const opened = await parseSecretKey(locked, "secret");
    const key = parsePublicKey(await Deno.readTextFile(path("locked.pub")));
    assertEquals(opened.publicKey, key);
    await Deno.remove(folder, { recursive: true });
  },
});

async function hasMinisign(): Promise<boolean> {
  try {
    return (await new Deno.Command("minisign", { args: ["-v"], stdout: "null" }).output()).success;
  } catch {
    return false;
  }
}
