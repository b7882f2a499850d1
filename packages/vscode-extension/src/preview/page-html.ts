interface PageParts {
  /** What the webview's own files are served from. */
  readonly cspSource: string;
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
}

/** The preview's page: its skeleton, and a policy that lets in nothing but its own script and style. */
export function pageHtml({ cspSource, nonce, script, style }: PageParts): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Preview</title>
</head>
<body>
<header>
  <h1 id="title"></h1>
  <div class="tools" role="toolbar" aria-label="Samples">
    <label>Sample <select id="sample"></select></label>
    <label>Compare with <select id="compared"></select></label>
    <button id="open-sample" type="button">Open sample</button>
    <button id="new-sample" type="button">New sample</button>
    <button id="add-case" type="button">Add as test case</button>
    <button id="breaking" type="button">Find a request that breaks it</button>
  </div>
</header>
<main id="content"></main>
<p id="status" role="status"></p>
<aside aria-label="About the template">
  <section id="overrides"></section>
  <section id="facts"></section>
  <section id="request"></section>
</aside>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
