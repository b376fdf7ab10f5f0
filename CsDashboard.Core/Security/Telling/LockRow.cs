namespace CsDashboard.Security.Telling;

/// <summary>A lock-out as admins see it. OfOurs is of this product's own sign-in, where Who is an e-mail.</summary>
public sealed record LockRow(Guid Id, bool OfOurs, string Who, string Address, DateTimeOffset Until);
