using System.Buffers.Binary;

namespace GraphIntel.Bolt.Protocol;

/// <summary>
/// Agrees with a server on a version: four offers go out, one comes back, or the list of all that the server speaks (the
/// manifest), from which the client then chooses.
/// </summary>
internal static class Handshake
{
    private const uint Manifest = 0x0000_01FF;
    private const uint Http = 0x4854_5450;

    /// <summary>More ranges than any server has versions: a longer manifest is not one.</summary>
    private const int MaxRanges = 64;

    /// <summary>What goes out first: the magic number, then the offers, the preferred one first.</summary>
    public static byte[] Offer(bool manifest)
    {
        const uint range = (BoltVersion.HighestMinor - BoltVersion.LowestMinor) << 16 | BoltVersion.HighestMinor << 8 | BoltVersion.SpokenMajor;
        var offer = new byte[20];
        BinaryPrimitives.WriteUInt32BigEndian(offer, 0x6060_B017);
        if (manifest)
            BinaryPrimitives.WriteUInt32BigEndian(offer.AsSpan(4), Manifest);
        BinaryPrimitives.WriteUInt32BigEndian(offer.AsSpan(manifest ? 8 : 4), range);
        return offer;
    }

    public static async ValueTask<BoltVersion> NegotiateAsync(Stream stream, bool offerManifest, CancellationToken cancellation)
    {
        await stream.WriteAsync(Offer(offerManifest), cancellation).ConfigureAwait(false);
        var answer = new byte[4];
        await stream.ReadExactlyAsync(answer, cancellation).ConfigureAwait(false);
        var chosen = BinaryPrimitives.ReadUInt32BigEndian(answer);
        if (chosen == Manifest && offerManifest)
            return await ChooseAsync(stream, cancellation).ConfigureAwait(false);
        var version = new BoltVersion((int)(chosen & 0xFF), (int)(chosen >> 8 & 0xFF));
        return chosen switch
        {
            0 => throw new ProtocolException("The server speaks none of Bolt 5.1 to 5.8."),
            Http => throw new ProtocolException("The server speaks HTTP on this port; Bolt's port is 7687 unless it was changed."),
            _ when chosen <= 0xFFFF && version.IsSpoken => version,
            _ => throw new ProtocolException($"The server answered the handshake with {chosen:X8}, which is not one of the versions offered."),
        };
    }

    private static async ValueTask<BoltVersion> ChooseAsync(Stream stream, CancellationToken cancellation)
    {
        var count = await ReadVarintAsync(stream, cancellation).ConfigureAwait(false);
        if (count > MaxRanges)
            throw new ProtocolException($"The server's manifest announces {count} ranges of versions.");
        var best = default(BoltVersion);
        var range = new byte[4];
        for (var i = 0UL; i < count; i++)
        {
            await stream.ReadExactlyAsync(range, cancellation).ConfigureAwait(false);
            // The highest minor of the range that both speak; the range reaches so many minors down.
            var highest = Math.Min((int)range[2], BoltVersion.HighestMinor);
            if (range[3] == BoltVersion.SpokenMajor && highest >= range[2] - range[1] && highest >= BoltVersion.LowestMinor
                && highest > best.Minor)
                best = new BoltVersion(BoltVersion.SpokenMajor, highest);
        }
        await ReadVarintAsync(stream, cancellation).ConfigureAwait(false);
        if (!best.IsSpoken)
            throw new ProtocolException("The server speaks none of Bolt 5.1 to 5.8.");
        // The version without a range, then no capability.
        byte[] choice = [0, 0, (byte)best.Minor, (byte)best.Major, 0];
        await stream.WriteAsync(choice, cancellation).ConfigureAwait(false);
        return best;
    }

    /// <summary>Seven bits a byte, the low ones first; the high bit says that more follow.</summary>
    private static async ValueTask<ulong> ReadVarintAsync(Stream stream, CancellationToken cancellation)
    {
        var value = 0UL;
        var one = new byte[1];
        for (var shift = 0; shift < 63; shift += 7)
        {
            await stream.ReadExactlyAsync(one, cancellation).ConfigureAwait(false);
            value |= (ulong)(one[0] & 0x7F) << shift;
            if (one[0] < 0x80)
                return value;
        }
        throw new ProtocolException("The server's manifest has a number of more than 63 bits.");
    }
}
