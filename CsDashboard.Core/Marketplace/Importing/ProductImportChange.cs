using System.Text.Json;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Importing;

/// <summary>What a product was before an import changed it, for the import to be taken back.</summary>
public sealed class ProductImportChange : ITenantOwned
{
    public Guid ImportId { get; init; }
    public Guid ProductId { get; init; }
    public Guid TenantId { get; set; }

    /// <summary>As <see cref="ProductBefore"/> has it.</summary>
    public required string Before { get; init; }

    /// <summary>By how much the import moved its stock, as a list of variants and amounts.</summary>
    public string Moved { get; set; } = "";

    /// <summary>The version that the import left; another one is somebody's since.</summary>
    public DateTimeOffset Left { get; set; }

    internal static IReadOnlyDictionary<Guid, int> Read(string moved) =>
        moved.Length == 0 ? new Dictionary<Guid, int>() : JsonSerializer.Deserialize<Dictionary<Guid, int>>(moved)!;
}
