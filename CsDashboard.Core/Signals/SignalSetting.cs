using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>A company's own rule; none means that every tier sees every signal at once.</summary>
public sealed class SignalSetting : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>"free=30 starter=-1": minutes by tier.</summary>
    public string DelayText { get; set; } = "";

    /// <summary>The track record is shown to anybody who has its address.</summary>
    public bool IsRecordPublic { get; set; }
}
