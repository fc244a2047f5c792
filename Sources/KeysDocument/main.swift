// SPDX-License-Identifier: MIT

import Console
import Incidents
import Settings

switch CommandLine.arguments.dropFirst().first {
case "query": print(Query.markdown, terminator: "")
case "settings": print(ConfigurationGuide.text(actions: Registry.described), terminator: "")
case "schema": print(ConfigurationSchema.text(actions: Registry.described), terminator: "")
default: print(Registry.markdown, terminator: "")
}
