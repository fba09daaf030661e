"""Words that would mislead: what they are part of means something else, or nothing here."""

from __future__ import annotations

from ..words import word_set

NOTHING = (
    "the bar exam|a bar of chocolate|a chocolate bar|bowling alley|"
    "snow white|rain check|raincheck|storm trooper|storm troopers|parking lot|parking"
    "|bar of chocolate|chocolate bar|candy bar|bar exam|bar chart|space bar|raise the bar"
    "|book a|book the|book us|booked a|booking|train of thought|office chair|home run|homework"
    "|run out|run out of|ran out|running late|run late|run into|ran into|running out of"
    "|play it by ear|plays a role|work for me|works for me|work for you|works for you|that work"
    "|does that work|will work|wont work|it works|it worked|take a walk down memory lane"
    "|sleep on it|sleep well|sleep tight|love to|loved to|day dream|daydream|daydreaming"
    "|good night|goodnight|right as rain|under the weather|cloud nine|cloud storage|the cloud"
    "|brainstorm|brainstorming|cool|star wars|storm in a teacup|ice cold|piece of cake"
    "|school of fish|peach|break the ice|couch potato|happy birthday to|fun fact|run a business"
    "|run the business|stand up comedy|stand by|stands for|stand for|stand it|cant stand"
    "|understand|talk later|talk soon|talk to you later|talk tomorrow|read your message"
    "|read my message|read that|read this|play hard to get|playing hard to get|wait for it"
    "|cant wait|drive me crazy|drives me crazy|driving me crazy|sea food|seafood|market share"
    "|stock market|space for|some space|more space|enough space|parking space|need space"
    "|my space|your space|personal space|a lot of space|make space|takes up space|stage of"
    "|early stage|next stage|at this stage|day one|a day|all day|every day|one day|today"
    "|the other day|birthday|in the long run|rose to|battle of wits|make up|makeup"
    "|sweet home alabama|watch out|spring break|break up|broke up|wild guess|crush it"
    "|crushed it|crushing it|see the light|night owl|good day|some day|fire me|peak season"
    "|peak hours|homesick|home made|homemade|homebody|home office|going home soon|love it"
    "|love this|love that|fan of|walk in closet|desert you|peaceful sleep well|market value"
    "|street smart|street food|working hypothesis|dream job|dream team|dream come true"
    "|sand paper|fear of missing out|as clear as day|call it a day|days|bed and breakfast"
    "|hot chocolate|sun screen|fountain pen|school bus|box of|boxes of|fry pan|key lime|key to"
)
"""Taken as a whole, and nothing is read from it."""

UNHELD = word_set(
    "saw club drink lash bo colt crook rod console mobile fish flame document letter lamp tool"
    " tools weight weights lens fan radio bass bow bat recorder food contract glass lightning"
    " award tube map document key keys tablet computer keyboard pen marker orb award crate"
    " sparks electricity vegetable vegetables candy juice horn dagger tea coffee spade chalk"
    " pot pan fork brush palette drill mike colt console ball weight trumpet saw coin coins"
    " diamonds jewel radio mop map cannon magic fireball torch letter staff flask"
)
"""Words for held things that in a chat more often mean something else; they count where they
are said to be held or in use."""

HOLDING = word_set(
    "holding hold holds held with carrying carries carry playing play plays drinking drink sipping"
    " sip eating eat using raising waving swinging clutching gripping reading grabbing grab"
    " bringing bring throwing catching kicking share sharing buying licking"
)

REFERRING = (
    "there|that place|same place|the same place|same spot|the same spot|that spot|where we were"
    "|where we met|do that|doing that|did that|lets do it|do it|do this|like that|sounds good"
    "|sounds great|sounds fun|sounds amazing|sounds perfect|sounds lovely|sounds nice|sounds like"
    "|that sounds|would be fun|would be great|would be amazing|would be nice|would be perfect"
    "|would be lovely|would be awesome|that would be|im in|i am in|count me in|yes|yeah|yep|yess"
    "|sure|definitely|absolutely|of course|deal|good idea|great idea|love that idea|love the idea"
    "|me too|same here|lets go|again|that one|with them|then|picture that|picture it|imagine that"
    "|imagine it|draw that|draw it|draw this|show me|perfect|agreed|ok|okay|that again"
)
"""What refers to what was said before, in place and doing."""

REFERRING_PLACE = (
    "there|that place|same place|the same place|same spot|the same spot|that spot|where we were"
    "|where we met|lets go|meet you there|see you there|im there|that one"
)
"""What refers to a place alone."""
