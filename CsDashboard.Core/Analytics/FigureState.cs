using CsDashboard.Foundation.Storage;

namespace CsDashboard.Analytics;

/// <summary>How a figure is to be taken, where there is a measure for it (rules.md 000, Targets).</summary>
public enum FigureState { Plain, Good, Watch, Bad }
