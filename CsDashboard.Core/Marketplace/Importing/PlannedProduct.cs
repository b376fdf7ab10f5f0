using CsDashboard.Customers.Importing;
using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace.Importing;

/// <summary>What rows of a file make of a product, before any of it is written.</summary>
internal sealed class PlannedProduct(ProductView? known, ProductInput input)
{
    private readonly string before = known is null ? "" : ProductPrint.Of(input);

    /// <summary>The product as it is; null for a new one.</summary>
    public ProductView? Known { get; } = known;
    public ProductInput Input { get; } = input;

    /// <summary>The address of a new one.</summary>
    public string Slug { get; set; } = "";
    public ProductState? State { get; set; }

    /// <summary>What is to be left of variants that are counted already.</summary>
    public Dictionary<Guid, int> Stock { get; } = [];
    public List<ProductFault> Faults { get; } = [];
    public int Rows { get; set; }

    /// <summary>The state it comes to, when that is another one.</summary>
    public ProductState? NewState => State is { } state && state != Known?.Product.State ? state : null;

    /// <summary>The product says something else than before, its state and stock apart.</summary>
    public bool IsRewritten => Known is null || ProductPrint.Of(Input) != before;

    /// <summary>Nothing but prices of it is different, as with most files that change many products.</summary>
    public bool IsRepriced =>
        Known is not null && IsRewritten && ProductPrint.Of(ProductInput.Of(Known), false) == ProductPrint.Of(Input, false);

    public ProductOutcome Outcome =>
        Faults.Count > 0 ? ProductOutcome.Faulty
        : Known is null ? ProductOutcome.New
        : NewState is null && Stock.Count == 0 && !IsRewritten ? ProductOutcome.Same
        : ProductOutcome.Changed;

    public void Fault(int line, string field, string value, string message) =>
        Faults.Add(new(line, new ImportFault(field, value, message)));
}
