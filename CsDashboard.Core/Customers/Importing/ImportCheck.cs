using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Customers.Importing;

/// <summary>What would come of a file: rows that are good, rows of customers who are there already, rows that make no customer, and rows that make one without some cells. The first of the last two are named.</summary>
public sealed record ImportCheck(int Good, int Known, int Faulty, int Partial, IReadOnlyList<ImportLine> Faults);
