using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CsDashboard.Accounts;

/// <summary>An address as it is kept and written to, and the form in which addresses are compared.</summary>
public sealed record EmailAddress(string Shown, string Normalised);
