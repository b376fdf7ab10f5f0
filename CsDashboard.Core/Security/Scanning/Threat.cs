namespace CsDashboard.Security.Scanning;

/// <summary>
/// What a text may try (contract: market, Input scan); the labels that callers read are in <see cref="InputScan.Label"/>.
/// </summary>
public enum Threat
{
    Sql,
    Script,
    Path,
    Command,
}
