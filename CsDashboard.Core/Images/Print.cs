namespace CsDashboard.Images;

/// <summary>A picture in one size and format, as it is sent.</summary>
internal sealed record Print(Preset Preset, PrintFormat Format, byte[] Bytes);
