using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Vault;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Vault;

public sealed class BotPrices
{
    public decimal Open { get; set; }
    public decimal High { get; set; }
    public decimal Low { get; set; }
    public decimal Close { get; set; }
    public decimal Volume { get; set; }
}
