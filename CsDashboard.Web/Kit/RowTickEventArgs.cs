using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Kit;

/// <summary>A row of a list was ticked or unticked (desk.js); Range when Shift was held: from the row ticked before to this one.</summary>
public sealed class RowTickEventArgs : EventArgs
{
    public Guid Id { get; set; }
    public bool Range { get; set; }
}
