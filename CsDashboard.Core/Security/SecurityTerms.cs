using CsDashboard.Foundation.Storage;

namespace CsDashboard.Security;

/// <summary>What a company has decided about its security service: a row for each that has decided anything.</summary>
public sealed class SecurityTerms : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>Payments are not judged at all.</summary>
    public bool JudgesNothing { get; set; }

    /// <summary>The secrets that calls to the company are signed with, sealed: the one that holds, and the one before it.</summary>
    public string? Secret { get; set; }
    public string? SecretBefore { get; set; }
}
