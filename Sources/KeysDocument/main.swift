// SPDX-License-Identifier: MIT

import Console
import Incidents

let pages = ["keys": Registry.markdown, "query": Query.markdown]
let name = CommandLine.arguments.dropFirst().first ?? "keys"
print(pages[name] ?? "", terminator: "")
