// SPDX-License-Identifier: MIT

import Console

print(Registry.markdown, terminator: "")
