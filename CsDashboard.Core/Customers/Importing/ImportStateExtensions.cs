using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Importing;

public static class ImportStateExtensions
{
    extension(ImportState state)
    {
        /// <summary>Somebody is at it, or will be.</summary>
        public bool IsUnderWay => state is ImportState.Waiting or ImportState.Running or ImportState.Undoing;
    }
}
