using CsDashboard.Foundation.Storage;

namespace CsDashboard.Analytics;

/// <summary>How good a figure is, where there is a target for it (contract: enhanced, Targets).</summary>
public enum FigureState
{
    Plain,
    Good,
    Watch,
    Bad,
}
