using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation.Storage;

/// <summary>What a marked call was answered.</summary>
public sealed class KeyedCall : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>Whose key it is: two callers may choose the same.</summary>
    public required string Who { get; init; }
    public required string Key { get; init; }
    public required string Asked { get; init; }
    public required string Answer { get; init; }
    public DateTimeOffset At { get; init; }
}
