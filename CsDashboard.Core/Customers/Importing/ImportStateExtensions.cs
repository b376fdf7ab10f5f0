using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Importing;

public static class ImportStateExtensions
{
    extension(ImportState state)
    {
        /// <summary>It is running, or about to.</summary>
        public bool IsUnderWay => state is ImportState.Waiting or ImportState.Running or ImportState.Undoing;
    }
}
