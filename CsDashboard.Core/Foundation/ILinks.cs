namespace CsDashboard.Foundation;

/// <summary>Where the pages are. The one who draws them knows.</summary>
public interface ILinks
{
    /// <summary>A path of this site, such as /portal/tickets/ID; null where such a reader has no such page.</summary>
    string? PathOf(LinkTo to, bool forStaff);
}
