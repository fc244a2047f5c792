// SPDX-License-Identifier: MIT

public import ArgumentParser
public import Reports

extension ReportFormat: ExpressibleByArgument {}
