using System.Globalization;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Ticketing;

/// <summary>
/// The highest number whose ticket was erased, so that no number is given twice. A company without erased tickets has no row.
/// </summary>
internal sealed class ErasedNumber : ITenantOwned
{
    public Guid TenantId { get; set; }
    public int Highest { get; set; }
}
