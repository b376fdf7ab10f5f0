using System.Text;
using CsDashboard.Foundation;
using CsDashboard.Signals;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Signals;

public sealed record AlertTaken(bool Success, Guid Id, string Message);
