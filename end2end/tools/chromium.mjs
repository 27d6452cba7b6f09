/** How Chromium is started: Debian's own, speaking bokmål, without what wants a network or a sandbox of its own. */
export const launch = {
  executablePath: process.env.LEDIG_CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=nb-NO",
  ],
  // Fields for dates and times follow these where Debian's chromium-l10n is installed.
  env: { ...process.env, LANG: "nb_NO.UTF-8", LANGUAGE: "nb" },
};
