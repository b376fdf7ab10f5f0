namespace CsDashboard.Customers.Importing;

public static class ImportStateExtensions
{
    extension(ImportState state)
    {
        /// <summary>It is running, or about to.</summary>
        public bool IsUnderWay => state is ImportState.Waiting or ImportState.Running or ImportState.Undoing;
    }

    /// <summary>The imports that are running, or about to.</summary>
    internal static IQueryable<TRun> UnderWay<TRun>(this IQueryable<TRun> runs)
        where TRun : ImportRun =>
        runs.Where(i => i.State == ImportState.Waiting || i.State == ImportState.Running || i.State == ImportState.Undoing);
}
