namespace CsDashboard.Images;

public static class PresetFacts
{
    extension(Preset preset)
    {
        /// <summary>The longer side at most; of a square, both.</summary>
        public int Side =>
            preset switch
            {
                Preset.Thumbnail => 150,
                Preset.Small => 300,
                Preset.Medium => 600,
                Preset.Large => 1_200,
                Preset.Badge => 300,
                Preset.Page => 1_600,
            };

        /// <summary>Cut to a square; else the whole picture is shown.</summary>
        public bool IsSquare => preset is Preset.Thumbnail or Preset.Small or Preset.Medium or Preset.Large;
    }
}
