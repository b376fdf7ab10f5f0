using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Vault;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Vault;

public sealed class TradingDataRequest
{
    public string? Pin { get; set; }
    public TradingDataFilters? Filters { get; set; }
}
