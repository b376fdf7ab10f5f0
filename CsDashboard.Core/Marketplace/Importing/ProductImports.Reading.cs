using System.Runtime.CompilerServices;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Importing;

// What is read of files, and what would become of it.
public sealed partial class ProductImports
{
    private const int ShownRows = 5,
        ShownFaults = 50;

    /// <summary>The columns of the file and its first rows. NotFound once the file is gone.</summary>
    public async Task<ProductFileHead> Head(Actor actor, Guid importId)
    {
        var import = await Loaded(actor, importId);
        var rows = await First(actor, import.FileKey, import.Shape, ShownRows + 1);
        return new(rows[0].Cells, ProductColumns.Read(import.ColumnText), [.. rows.Skip(1)]);
    }

    /// <summary>Reads all rows as these columns say and writes nothing. Invalid (columns). Progress is told in rows.</summary>
    public async Task<ProductCheck> Check(
        Actor actor,
        Guid importId,
        ProductColumns columns,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var (counts, faults) = (new int[Enum.GetValues<ProductOutcome>().Length], new List<ProductFault>());
        await foreach (var part in Planned(actor, importId, columns, cancellation))
        {
            foreach (var one in part)
            {
                counts[(int)one.Outcome] += one.Rows;
                faults.AddRange(one.Faults.Take(Math.Max(0, ShownFaults - faults.Count)));
            }
            progress?.Report(counts.Sum());
        }
        int Of(ProductOutcome outcome) => counts[(int)outcome];
        return new(Of(ProductOutcome.New), Of(ProductOutcome.Changed), Of(ProductOutcome.Same), Of(ProductOutcome.Faulty), faults);
    }

    /// <summary>Everything that is wrong, line by line, in the caller's language. NotFound once the file is gone.</summary>
    public async IAsyncEnumerable<ProductFault> Faults(
        Actor actor,
        Guid importId,
        ProductColumns? columns = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await foreach (var part in Planned(actor, importId, columns, cancellation))
        foreach (var fault in part.SelectMany(one => one.Faults))
            yield return fault;
    }

    private async IAsyncEnumerable<IReadOnlyList<PlannedProduct>> Planned(
        Actor actor,
        Guid importId,
        ProductColumns? columns,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var import = await Loaded(actor, importId);
        await foreach (var groups in Groups(actor, import, (columns ?? ProductColumns.Read(import.ColumnText)).Checked(), 0, cancellation))
        {
            await using var db = Store.Open(actor);
            yield return await ProductPlan.Of(db, groups);
        }
    }

    // Whole products, some hundred rows at a time.
    private async IAsyncEnumerable<IReadOnlyList<ProductGroup>> Groups(
        Actor actor,
        ProductImport import,
        ProductColumns columns,
        int after,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var file = await Open(actor, import.FileKey);
        var (batch, rows, skip) = (new List<ProductGroup>(), 0, after + 1);
        await foreach (var row in import.Shape.Read(file, cancellation))
        {
            if (skip-- > 0)
                continue;
            var cells = ProductGroup.CellsOf(row, columns);
            var key = ProductGroup.KeyOf(cells);
            if (key is null || batch.Count == 0 || batch[^1].Key != key)
            {
                if (rows >= Batch)
                {
                    yield return batch;
                    (batch, rows) = ([], 0);
                }
                batch.Add(new ProductGroup(key));
            }
            batch[^1].Rows.Add((row.Line, cells));
            rows++;
        }
        if (batch.Count > 0)
            yield return batch;
    }
}
