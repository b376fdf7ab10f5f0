namespace CsDashboard.Desk.Complaints;

/// <summary>A customer's complaints: figures, how many in which status, and the newest. Degraded: the complaint service can't be had, the figures are those of the record and none is listed.</summary>
public sealed record CustomerComplaints(int Total, int Open, DateTimeOffset? LastAt, IReadOnlyDictionary<string, int> ByWord, IReadOnlyList<Complaint> Newest, bool IsDegraded = false);
