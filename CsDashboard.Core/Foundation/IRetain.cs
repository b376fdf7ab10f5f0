using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation;

/// <summary>
/// A kind of data that a company may keep for a limited number of days. Each room implements it for its own rows; the texts are Retain_KIND
/// and Retain_KIND_Hint.
/// </summary>
public interface IRetain
{
    string Kind { get; }

    /// <summary>Removes some of what became old before that time, in a write of its own, and gives how many; 0 when none is left.</summary>
    Task<int> RemoveSome(Actor company, DateTimeOffset before);
}
