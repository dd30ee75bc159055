"""axe-core from npm, and how it is run: with every rule but those that ask for more than level AA."""

from __future__ import annotations

from node import npm

# The same whatever a page allows: this is added to every document before its own scripts run.
SOURCE = "axe-core/axe.min.js"
# `iframes`: a mail is shown in a frame that runs no scripts, so axe could only wait for it; mails are pages
# of their own here. `svg text`: axe cannot tell what is behind it; who draws has a measure of their own.
# What has been scrolled below a bar is hidden by it, and no contrast can be told there: it begins at the top.
RUN = """async waived => {
  scrollTo(0, 0)
  const beyond = new Set(["wcag2aaa", "wcag21aaa", "wcag22aaa"])
  const wanted = axe.getRules()
    .filter(rule => !waived.includes(rule.ruleId) && !rule.tags.some(tag => beyond.has(tag)))
  const runOnly = wanted.map(rule => rule.ruleId)
  const options = { runOnly, resultTypes: ["violations", "incomplete"], iframes: false }
  const context = { include: [document.documentElement], exclude: [["svg text"]] }
  const { violations, incomplete, passes } = await axe.run(context, options)
  const told = results => results.flatMap(({ id, impact, nodes }) => nodes.map(node => ({
    rule: id,
    impact,
    where: node.target.flat().join(" "),
    told: (node.failureSummary || "").split("\\n").slice(1).join("; ").trim(),
  })))
  const judged = passes.length + violations.length
  return { violations: told(violations), incomplete: told(incomplete), judged }
}"""


def source() -> str:
    """Return the script, installed as it is locked.

    Raises:
        npm.NodeUnavailableError: Node is missing, or the registry is out of reach.
    """
    return (npm.install("axe").modules / SOURCE).read_text(encoding="utf-8")
