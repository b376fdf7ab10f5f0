using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Customers.Importing;

/// <summary>
/// What importing a file would do: good rows, rows of customers who already exist, rows that make no customer, and rows that make one
/// without some cells. The first few of the last two kinds are listed.
/// </summary>
public sealed record ImportCheck(int Good, int Known, int Faulty, int Partial, IReadOnlyList<ImportLine> Faults);
