using System.Buffers.Binary;

namespace GraphIntel.Bolt.Protocol;

/// <summary>
/// Negotiates the protocol version: the client sends four offers; the server responds with one of them, or with the list of
/// all its versions (the manifest), from which the client chooses.
/// </summary>
internal static class Handshake
{
    private const uint Manifest = 0x0000_01FF;
    private const uint Http = 0x4854_5450;

    /// <summary>More ranges than any server has: a longer manifest is invalid.</summary>
    private const int MaxRanges = 64;

    /// <summary>The first bytes of the client: the magic number, then the offers by preference.</summary>
    public static byte[] Offer(bool manifest)
    {
        const uint Range = (BoltVersion.MaxMinor - BoltVersion.MinMinor) << 16 | BoltVersion.MaxMinor << 8 | BoltVersion.SupportedMajor;
        var offer = new byte[20];
        BinaryPrimitives.WriteUInt32BigEndian(offer, 0x6060_B017);
        if (manifest)
            BinaryPrimitives.WriteUInt32BigEndian(offer.AsSpan(4), Manifest);
        BinaryPrimitives.WriteUInt32BigEndian(offer.AsSpan(manifest ? 8 : 4), Range);
        return offer;
    }

    public static async ValueTask<BoltVersion> NegotiateAsync(Stream stream, bool offerManifest, CancellationToken cancellation)
    {
        await stream.WriteAsync(Offer(offerManifest), cancellation).ConfigureAwait(false);
        var response = new byte[4];
        await stream.ReadExactlyAsync(response, cancellation).ConfigureAwait(false);
        var chosen = BinaryPrimitives.ReadUInt32BigEndian(response);
        if (chosen == Manifest && offerManifest)
            return await ChooseAsync(stream, cancellation).ConfigureAwait(false);
        var version = new BoltVersion((int)(chosen & 0xFF), (int)(chosen >> 8 & 0xFF));
        return chosen switch
        {
            0 => throw new ProtocolException("The server does not support Bolt 5.1 to 5.8."),
            Http => throw new ProtocolException("The server uses HTTP on this port; the default port for Bolt is 7687."),
            _ when chosen <= 0xFFFF && version.IsSupported => version,
            _ => throw new ProtocolException($"The server responded to the handshake with {chosen:X8}, which is not one of the offered versions."),
        };
    }

    private static async ValueTask<BoltVersion> ChooseAsync(Stream stream, CancellationToken cancellation)
    {
        var count = await ReadVarintAsync(stream, cancellation).ConfigureAwait(false);
        if (count > MaxRanges)
            throw new ProtocolException($"The server's manifest has {count} version ranges, more than {MaxRanges}.");
        var best = default(BoltVersion);
        var range = new byte[4];
        for (var i = 0UL; i < count; i++)
        {
            await stream.ReadExactlyAsync(range, cancellation).ConfigureAwait(false);
            // The highest common minor version; a range has the number of lower minors in its second byte.
            var highest = Math.Min((int)range[2], BoltVersion.MaxMinor);
            if (range[3] == BoltVersion.SupportedMajor && highest >= range[2] - range[1] && highest >= BoltVersion.MinMinor
                && highest > best.Minor)
            {
                best = new BoltVersion(BoltVersion.SupportedMajor, highest);
            }
        }
        await ReadVarintAsync(stream, cancellation).ConfigureAwait(false);
        if (!best.IsSupported)
            throw new ProtocolException("The server does not support Bolt 5.1 to 5.8.");
        // The version without a range, and no capabilities.
        byte[] choice = [0, 0, (byte)best.Minor, (byte)best.Major, 0];
        await stream.WriteAsync(choice, cancellation).ConfigureAwait(false);
        return best;
    }

    /// <summary>Seven bits in each byte, the low ones first; the high bit is set if more follow.</summary>
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
        throw new ProtocolException("The server's manifest has a number with more than 63 bits.");
    }
}
