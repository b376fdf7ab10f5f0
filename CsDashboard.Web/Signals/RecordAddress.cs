using CsDashboard.Signals;

namespace CsDashboard.Web.Signals;

/// <summary>A page with the list of the track record, as its address says it; Path may have a query of its own.</summary>
public sealed record RecordAddress(string Path, string? Outcome, string? Month, string? After)
{
    /// <summary>The outcomes that one can choose, and the words of the address for them.</summary>
    public static readonly string[] Outcomes = ["closed", "won", "lost", "cancelled", "corrected"];

    public RecordFilter Filter =>
        new()
        {
            Outcome = Outcome,
            Month = Month,
            After = After,
        };

    public bool IsNarrowed => (Outcome ?? Month ?? After) is not null;

    /// <summary>The same page with another list, from its beginning.</summary>
    public string With(string? outcome = null, string? month = null, string? after = null) =>
        Paths.With(Path + "#record-list", ("outcome", outcome), ("month", month), ("after", after));
}
