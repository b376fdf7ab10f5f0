using CsDashboard.Customers.Importing;

namespace CsDashboard.Web.Marketplace;

/// <summary>How imports of products are shown.</summary>
internal static class ProductImportLook
{
    public static string Tone(ImportState state) =>
        state switch
        {
            ImportState.Done => "success",
            ImportState.Failed => "danger",
            ImportState.Cancelled => "warning",
            ImportState.Waiting or ImportState.Running or ImportState.Undoing => "info",
            ImportState.Ready or ImportState.Undone => "neutral",
        };
}
