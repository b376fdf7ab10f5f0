using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

public sealed class NewPasskey
{
    [Line(60)]
    public string? Name { get; set; }

    /// <summary>What the browser answered, as JSON.</summary>
    [Text(20_000)]
    public string? Credential { get; set; }
}
