using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Search;

/// <summary>Who may find a text: staff alone; also the customer it belongs to; everybody.</summary>
public enum Audience
{
    Staff,
    Customer,
    Public,
}
