namespace CsDashboard.Web.Kit;

/// <summary>What the value axis of a chart counts in; it decides where its lines lie and how they are written.</summary>
public enum Measure
{
    /// <summary>Whole things.</summary>
    Count,

    /// <summary>Anything that has decimals: money, ratings, R.</summary>
    Amount,

    /// <summary>Seconds.</summary>
    Time,

    /// <summary>A part of one.</summary>
    Share,
}
