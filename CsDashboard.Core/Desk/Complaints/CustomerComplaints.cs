namespace CsDashboard.Desk.Complaints;

/// <summary>
/// A customer's complaints: figures, how many in which status, and the newest. Degraded: the complaint service is unavailable, so the
/// figures are those of the record and no complaint is listed.
/// </summary>
public sealed record CustomerComplaints(
    int Total,
    int Open,
    DateTimeOffset? LastAt,
    IReadOnlyDictionary<string, int> ByWord,
    IReadOnlyList<Complaint> Newest,
    bool IsDegraded = false
);
