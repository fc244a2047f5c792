// SPDX-License-Identifier: MIT

public import Incidents

/// What the board of metrics shows: the numbers, and what of them takes long to work out.
public struct MetricFigures: Hashable, Sendable {
  /// The numbers.
  public let metrics: ServiceMetrics
  /// The numbers by what incidents have in common.
  let breakdowns: [MetricFigure]

  /// Works them out.
  public init(_ metrics: ServiceMetrics) {
    self.metrics = metrics
    breakdowns = MetricFigure.breakdowns(metrics)
  }
}
